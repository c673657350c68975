import type { Path } from '@tiemchung/core'

/** A field's name. A key that looks like anything else may be a person's data. */
const fieldName = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/

/** What stands for a step that is not a plain field name or an index. */
const hidden = '*'

/** A path from outside, fit to stand in an error. */
export function safePath(steps: readonly unknown[]): Path {
  return steps.map((step) => {
    if (typeof step === 'number' && Number.isSafeInteger(step)) return step
    return typeof step === 'string' && fieldName.test(step) ? step : hidden
  })
}

/** The path of a JSON pointer (RFC 6901), also in its form as a fragment. */
export function pointerPath(pointer: string): Path {
  const steps = pointer.replace(/^#?\/?/, '').split('/')
  return pointer.includes('/')
    ? safePath(steps.map((step) => (/^\d{1,9}$/.test(step) ? Number(step) : step)))
    : []
}
