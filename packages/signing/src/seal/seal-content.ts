import { type CivilDate, canonicalBytes, InputError, toHex } from '@tiemchung/core'
import type { CryptoProvider } from '@tiemchung/core/crypto'
import type { Minutes } from '@tiemchung/schemas/wire'
import { errorCatalogue } from '../errors.js'
import { openJws } from '../jws/open-jws.js'
import { jwsIn } from '../jws/serialization.js'
import {
  type DaySeal,
  type NamedMinutes,
  type SealContent,
  sealContentOf,
  sealHash,
} from './day-seal.js'

/** Whose day a seal is of, and what it follows. */
export interface SealPlace {
  readonly facility: string
  readonly date: CivilDate
  /** The last seal of this day, when there is one: the new seal points at it. */
  readonly after?: DaySeal
  /** Minutes that this seal takes the place of. */
  readonly replaces?: readonly Minutes[]
}

/** What a seal says of itself; nothing of it is verified. */
export function readSealContent(seal: DaySeal): SealContent | undefined {
  return sealContentOf(openJws(jwsIn(seal), 'day-seal+jws').opened?.payload)
}

/** Minutes as a seal names them. */
export async function nameMinutes(minutes: Minutes, crypto: CryptoProvider): Promise<NamedMinutes> {
  const hash = await crypto.digest('SHA-256', canonicalBytes(minutes))
  return { id: minutes.id, hash: toHex(hash) }
}

/** How the new seal is linked to the one before. @throws InputError `signing.seal.previous` */
async function linkTo(
  { facility, date, after }: SealPlace,
  crypto: CryptoProvider,
): Promise<Pick<SealContent, 'sequence' | 'previous'>> {
  if (after === undefined) return { sequence: 1 }
  const before = readSealContent(after)
  if (before?.facility !== facility || before.date !== date) {
    throw new InputError(errorCatalogue, 'signing.seal.previous')
  }
  return { sequence: before.sequence + 1, previous: await sealHash(after, crypto) }
}

/**
 * What the next seal of a day signs.
 *
 * @throws InputError `signing.seal.previous` when the seal before is none of this facility and day
 */
export async function sealContent(
  place: SealPlace,
  tree: { readonly size: number; readonly root: string },
  crypto: CryptoProvider,
): Promise<SealContent> {
  const { facility, date, replaces = [] } = place
  const named: NamedMinutes[] = []
  for (const minutes of replaces) named.push(await nameMinutes(minutes, crypto))
  return {
    format: 'day-seal/1',
    facility,
    date,
    ...(await linkTo(place, crypto)),
    ...(named.length === 0 ? {} : { replaces: named }),
    size: tree.size,
    root: tree.root,
  }
}
