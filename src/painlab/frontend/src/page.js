// What every page has: its menus, the notes beside its numbers, and the way to keep the book.

import "./page/menu.js";
import "./page/notes.js";
import "./page/saved-book.js";
