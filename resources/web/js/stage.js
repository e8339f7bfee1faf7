/** The stage's page: the time left as large as the screen allows. */

import { face } from "./face.js";
import { open } from "./screen.js";
import { draw } from "./timer.js";

if (document.body.dataset.page === "stage") open("stage", { see: face, draw });
