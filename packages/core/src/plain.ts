/** An object literal of whichever realm: one whose prototype is the root of its chain, or none. */
export function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as object | null
  if (prototype === null || prototype === Object.prototype) return true
  // A class that extends null has a root of its own, without the methods of all objects.
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'isPrototypeOf')
}
