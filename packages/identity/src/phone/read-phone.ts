import { type Issue, issue } from '@tiemchung/core'
import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import { phoneErrors } from '../errors/phone-errors.js'

/** What a telephone number is, or why it is none. */
export type PhoneReading =
  | {
      readonly status: 'read'
      /** `+84912000001`: one form for one number. */
      readonly e164: string
      /** `0912000001`, without blanks. */
      readonly national: string
      /** ISO 3166-1 alpha-2, when the number belongs to one. */
      readonly country?: string
      /** A text message reaches `mobile`, and may reach `unknown`. */
      readonly kind: 'mobile' | 'fixed' | 'unknown'
    }
  | {
      readonly status: 'refused'
      readonly issue: Issue
      /** Numbers that may have been meant; for somebody to ask about, never taken by itself. */
      readonly offered: readonly string[]
    }

/** Mobile prefixes with eleven digits, and what they became when they were shortened to ten (2018). */
const shortened: Readonly<Record<string, string>> = {
  ...{ '0120': '070', '0121': '079', '0122': '077', '0126': '076', '0128': '078' },
  ...{ '0123': '083', '0124': '084', '0125': '085', '0127': '081', '0129': '082' },
  ...{ '0162': '032', '0163': '033', '0164': '034', '0165': '035', '0166': '036' },
  ...{ '0167': '037', '0168': '038', '0169': '039', '0186': '056', '0188': '058', '0199': '059' },
}

const kinds: Readonly<Record<string, 'mobile' | 'fixed'>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed',
}

/** A number of today that an older or damaged Vietnamese one may stand for. */
function offeredFor(text: string): readonly string[] {
  const digits = text.replace(/\D/g, '')
  const prefix = shortened[digits.slice(0, 4)]
  if (digits.length === 11 && prefix !== undefined) return [prefix + digits.slice(4)]
  if (/^84[1-9]\d{8}$/.test(digits)) return [`0${digits.slice(2)}`]
  return /^[1-9]\d{8}$/.test(digits) ? [`0${digits}`] : []
}

function refuse(code: 'identity.phone' | 'identity.phone.old-prefix', text: string): PhoneReading {
  const offered = offeredFor(text).filter(
    (number) => parsePhoneNumberFromString(number, 'VN')?.isValid() === true,
  )
  return { status: 'refused', issue: issue(phoneErrors, code), offered }
}

/**
 * A telephone number by the numbering plans that libphonenumber knows: which country's, mobile or fixed,
 * and in one form. A Vietnamese number that lost its zero, or has one of the prefixes given up in 2018, is
 * refused with the number of today offered. It does not establish that the number is in use, or whose.
 *
 * Issues: `identity.phone`, `identity.phone.old-prefix`.
 *
 * @param country of numbers in national form, ISO 3166-1 alpha-2; default `VN`
 * @example
 * ```ts
 * import { readPhone } from '@tiemchung/identity/phone'
 * const read = readPhone('0912 000 001')
 * read.status === 'read' && read.e164 // => '+84912000001'
 * ```
 */
export function readPhone(text: string, country = 'VN'): PhoneReading {
  if (!isSupportedCountry(country)) return refuse('identity.phone', '')
  const bare = text.replace(/[\s.-]/g, '')
  if (country === 'VN' && /^01\d{9}$/.test(bare)) return refuse('identity.phone.old-prefix', text)
  // Without its zero or its plus it is a number that something was taken from.
  if (country === 'VN' && /^[1-9]/.test(bare)) return refuse('identity.phone', text)
  const parsed = parsePhoneNumberFromString(text, {
    defaultCountry: country satisfies CountryCode,
    extract: false,
  })
  if (parsed === undefined || !parsed.isValid() || parsed.ext !== undefined) {
    return refuse('identity.phone', text)
  }
  return {
    status: 'read',
    e164: parsed.number,
    national: parsed.formatNational().replace(/\D/g, ''),
    ...(parsed.country === undefined ? {} : { country: parsed.country }),
    kind: kinds[parsed.getType() ?? ''] ?? 'unknown',
  }
}
