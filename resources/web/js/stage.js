/** The stage's page: the time left as large as the screen allows. */

import { face } from "./face.js";
import { landscape } from "./landscape.js";
import { portrait } from "./portrait.js";
import { open } from "./screen.js";

if (document.body.dataset.page === "stage")
  open("stage", {
    see: face,
    draw: (sheet, shown) => (sheet.box.w < sheet.box.h ? portrait : landscape)(sheet, shown),
  });
