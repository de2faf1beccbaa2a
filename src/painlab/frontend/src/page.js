// What every page has: its layout in steps, light and dark, its menus, the notes beside its numbers,
// and the way to keep the book.

import "./page/lay-out.js";
import "./page/theme.js";
import "./page/menu.js";
import "./page/notes.js";
import "./page/saved-book.js";
