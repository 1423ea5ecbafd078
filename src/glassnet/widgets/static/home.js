// widgets/home/index.ts
function mountHome(element, settings) {
  throw new Error(`not yet ${element.tagName} ${settings.socketUrl}`);
}
export {
  mountHome
};
