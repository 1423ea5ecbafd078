// The build hands a style sheet over as text; the widget puts it inside its own root.
declare module "*.css" {
  const text: string;
  export default text;
}
