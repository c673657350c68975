import type { Params } from '@tiemchung/core'
import type { cellErrors } from '../../errors/cell.js'
import type { NameFault } from '../../text/name-faults.js'

/** Codes of rows and cells. */
export type CellCode = keyof typeof cellErrors | NameFault

/** A value (or nothing) with a notice, or a refusal with its code and what may have been meant. */
export type CellReading =
  | { readonly value: string | undefined; readonly notice?: CellCode; readonly params?: Params }
  | {
      readonly refused: CellCode
      readonly params: Params
      /** As it would be typed into the cell. */
      readonly suggestion?: string
    }

/** Refuses a cell. */
export function refuse(refused: CellCode, params: Params = {}, suggestion?: string): CellReading {
  return suggestion === undefined ? { refused, params } : { refused, params, suggestion }
}
