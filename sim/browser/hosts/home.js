// The Lab as one file (sim/browser/offline.py), saved with the settings at which it shall open.

export const FILE = "calcium-lab.html";

/** @type {(file: Blob, name: string) => void} */
export function save(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** @type {(html: string, query: string) => void} */
export function saveHome(html, query) {
  const start = `data-start="${query.replaceAll("&", "&amp;")}"`; // an address holds no other sign that needs it
  save(new Blob([html.replace(/data-start="[^"]*"/, () => start)], { type: "text/html" }), FILE);
}
