/** Paths of issues as FHIRPath writes them: `dose.lot`, `priorDoses[1]`; other names between backticks. */
import type { Path } from '@tiemchung/core'

const plain = /^[A-Za-z_]\w*$/

function step(one: string | number, first: boolean): string {
  if (typeof one === 'number') return `[${one}]`
  const name = plain.test(one) ? one : `\`${one.replace(/[\\`]/g, '\\$&')}\``
  return first ? name : `.${name}`
}

/** The expression of a path; empty for the whole document. */
export function expressionOf(path: Path): string {
  return path.map((one, index) => step(one, index === 0)).join('')
}

const token = /\.?(?:([A-Za-z_]\w*)|`((?:[^`\\]|\\.)*)`)|\[(\d{1,9})\]/y

/** The path of an expression; undefined when it is more than a path. */
export function pathOf(expression: string): Path | undefined {
  const path: (string | number)[] = []
  token.lastIndex = 0
  while (token.lastIndex < expression.length) {
    const match = token.exec(expression)
    if (match === null) return undefined
    const [, name, quoted, index] = match
    if (index !== undefined) path.push(Number(index))
    else path.push(name ?? (quoted ?? '').replace(/\\(.)/g, '$1'))
  }
  return path
}
