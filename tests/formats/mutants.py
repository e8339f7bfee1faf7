"""Damaged copies of a file, as cables, editors and power cuts make them."""

from hypothesis import strategies as st


@st.composite
def mutants(draw: st.DrawFn, data: bytes) -> bytes:
    """`data` cut, with pieces replaced by others or by noise, doubled or left out."""
    damaged = bytearray(data)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(damaged) - 1)))
        size = draw(st.integers(0, 40))
        match draw(st.integers(0, 4)):
            case 0:
                damaged[at : at + size] = draw(st.binary(max_size=8))
            case 1:
                damaged[at : at + size] = draw(st.text(max_size=8)).encode("utf-8", "replace")
            case 2:
                damaged[at:at] = damaged[at : at + size]
            case 3:
                other = draw(st.integers(0, max(0, len(damaged) - 1)))
                damaged[at : at + size] = damaged[other : other + size]
            case _:
                del damaged[at : at + size * 20]
    return bytes(damaged)
