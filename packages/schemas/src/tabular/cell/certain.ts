/** Texts that are their own value at first sight: a short way for what most cells hold. */
import type { CellKind } from '../layout.js'

const capital = 'A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯ'
const small = 'a-zà-ãè-êìíò-õùúýăđĩũơưạ-ỹ'
const word = `[${capital}][${small}]*`
/** Pairs that fonts of VNI write, and some names hold: they need a closer look. */
const pairs = '[aeAE][àáâãèéêìíòóôõùúý]|[uU][ùõ]|[oO][âêôõùòó]'

/**
 * By kinds whose cells differ from row to row, so that remembering them gains nothing. Every text that is
 * matched reads as itself, without a notice, by the long way too.
 */
export const certain: ReadonlyMap<CellKind, RegExp> = /* @__PURE__ */ new Map<CellKind, RegExp>([
  ['name', new RegExp(`^(?=.{1,60}$)(?!.*(?:${pairs}))(?:${word} )*${word}$`)],
  ['note', /^[a-z]{1,60}$/],
  ['identity-number', /^\d{12}$/],
  ['health-insurance', /^[A-Z]{2}\d{13}$/],
  ['phone', /^0\d{9}$/],
  ['passport', /^[A-Z0-9]{8}$/],
  ['integer', /^[1-9]\d{0,5}$/],
])
