import type { Actor, CatalogueEntry } from '@tiemchung/core'

/** One entry of a catalogue: what happened and what to do, in both languages, and who acts. */
export const entry = (
  vi: string,
  en: string,
  todoVi: string,
  todoEn: string,
  who: Actor = 'data-entry',
): CatalogueEntry => ({ says: { vi, en }, who, todo: { vi: todoVi, en: todoEn } })

/** What whoever enters data does about most slips. */
export const look = [
  'Xem lại giấy tờ rồi nhập lại.',
  'Look at the papers and enter it again.',
] as const
