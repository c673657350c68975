import { type Path, safePath } from '@tiemchung/core'

/** The path of a JSON pointer (RFC 6901), also in its form as a fragment. */
export function pointerPath(pointer: string): Path {
  const steps = pointer.replace(/^#?\/?/, '').split('/')
  return pointer.includes('/')
    ? safePath(steps.map((step) => (/^\d{1,9}$/.test(step) ? Number(step) : step)))
    : []
}
