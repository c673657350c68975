import { InputError } from '@tiemchung/core'
import { issueErrors } from '../../errors/issue-errors.js'

/** A Vietnamese name in the two parts of a certificate. */
export interface VietnameseName {
  /** Họ. */
  readonly familyName: string
  /** Chữ đệm và tên; absent for a name of one word. */
  readonly givenName?: string
}

/**
 * The parts of a full name in the Vietnamese order: the first word is the family name, middle and given
 * names follow, in NFC with single blanks. The one word of a name without parts is the family name, as
 * ICAO Doc 9303 has it.
 *
 * Where a family name has two words (`Tôn Nữ`) or stands last (`H'Hen Niê`), only a register that keeps
 * the parts apart can tell: then pass them apart.
 *
 * @throws InputError `certificate-issue.name-missing`
 * @example
 * ```ts
 * import { splitVietnameseName } from '@tiemchung/certificates/issue'
 * splitVietnameseName('Đặng Thị Ngọc Ánh') // => { familyName: 'Đặng', givenName: 'Thị Ngọc Ánh' }
 * ```
 */
export function splitVietnameseName(fullName: string): VietnameseName {
  const words = fullName.normalize('NFC').split(/\s+/u).filter(Boolean)
  const [familyName, ...rest] = words
  if (familyName === undefined) throw new InputError(issueErrors, 'certificate-issue.name-missing')
  return rest.length === 0 ? { familyName } : { familyName, givenName: rest.join(' ') }
}
