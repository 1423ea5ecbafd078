// The home page's moving picture.
export function mountHome(element: HTMLElement, settings: { socketUrl: string }): () => void {
  throw new Error(`not yet ${element.tagName} ${settings.socketUrl}`);
}
