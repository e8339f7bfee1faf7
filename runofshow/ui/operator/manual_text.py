"""A page of the manual as it is read: words, keys and pictures in the window's own dress."""

from string import Template
from typing import Any, Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import fonts
from runofshow.ui.operator.manual import Page, folder, keyed
from runofshow.ui.texts import Words
from runofshow.ui.theme import Role, Theme

STYLE: Final = Template("""
body { color: $text; font-family: $words; font-size: ${size}px; }
h1 { font-size: ${title}px; font-weight: 600; margin-top: 0; margin-bottom: 8px; }
h2 { font-size: ${heading}px; font-weight: 600; margin-top: 18px; margin-bottom: 4px; }
p, li { margin-bottom: 6px; line-height: 140%; }
p.picture { line-height: 100%; margin-top: 4px; margin-bottom: 10px; }
ul, ol { margin-left: 0; -qt-list-indent: 1; }
code { font-family: $digits; background-color: $raised; color: $text; }
a { color: $live; text-decoration: none; }
th { color: $sec; text-align: left; padding-right: 18px; padding-bottom: 4px; }
td { padding-right: 18px; padding-bottom: 4px; }
""")


class ManualText(QtWidgets.QTextBrowser):
    """One page. It takes no keyboard. Signal: followed(name of another page's file)."""

    followed = QtCore.Signal(str)

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self._page: Page | None = None
        self._sought = ""
        self._laying = False
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setOpenLinks(False)
        self.anchorClicked.connect(lambda url: self.followed.emit(url.fileName()))

    def put(self, page: Page | None, sought: str = "") -> None:
        """Show a page from its top, or from where it says what is sought; None: nothing."""
        if (page, sought) != (self._page, self._sought):
            self._page, self._sought = page, sought
            self.lay()

    def lay(self) -> None:
        """Lay the page out anew, in the present words, theme and width.

        A page that gets its scroll bar meanwhile is another width: it is laid once more, after.
        """
        if self._laying:
            return
        self._laying, wide = True, self.viewport().width()
        self._lay()
        if self.viewport().width() != wide:
            self._lay()
        self._laying = False

    def _lay(self) -> None:
        self.document().setDefaultStyleSheet(self._style())
        self.document().setDocumentMargin(0)
        self.setHtml("" if self._page is None else _html(keyed(self._page.text, self.words.window)))
        bar = self.verticalScrollBar()
        bar.setValue(0)
        if self._sought and self.find(self._sought):
            cursor = self.textCursor()
            bar.setValue(bar.value() + self.cursorRect(cursor).top() - self.height() // 3)

    def _style(self) -> str:
        theme, colours = self.theme, self.theme.colours
        named = {name: getattr(colours, name).name() for name in ("text", "sec", "raised", "live")}
        size = theme.font(Role.ROW).pixelSize() + (1 if theme.metrics.small else 2)
        return STYLE.substitute(
            named, words=fonts.WORDS, digits=fonts.DIGITS,
            size=size, heading=size + 2, title=size + 7,
        )  # fmt: skip

    def go_on(self, pages: float) -> None:
        """Go on by so many times what is seen; back, when less than nought."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * bar.pageStep()))

    def loadResource(self, kind: int, url: QtCore.QUrl | str) -> Any:
        """A picture no wider than the page, as sharp as the screen; other things as ever."""
        if kind != QtGui.QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, url)
        path = (folder(self.words.language) / QtCore.QUrl(url).path()).resolve()
        image = QtGui.QImage(str(path))
        if image.isNull():
            return None
        ratio = self.devicePixelRatioF()
        wide = min(image.width(), round((self.viewport().width() - 8) * ratio))
        image = image.scaledToWidth(wide, QtCore.Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay()


def _html(text: str) -> str:
    """Markdown as Qt's documents read it."""
    from markdown_it import MarkdownIt

    html = str(MarkdownIt("commonmark").enable("table").render(text))
    return html.replace("<p><img", '<p class="picture"><img')
