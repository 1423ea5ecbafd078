// dom/element.ts
var SVG = "http://www.w3.org/2000/svg";
function make(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}
function makeSvg(tag, properties = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}
function isFocused(element) {
  return element.getRootNode().activeElement === element;
}
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
function setAttribute(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== void 0 && value !== null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => Boolean(child)));
  return element;
}
export {
  isFocused,
  make,
  makeSvg,
  setAttribute,
  setText
};
