/** Why a check did not pass, in a sentence, and what to do next. */
import { explainCheck } from '@tiemchung/certificates'
import type { Check, Language, Sentences } from '@tiemchung/core'
import { typedThroughInputMethod } from '@tiemchung/core'
import { isCard, isTurned } from '../scan.js'

/** What is to be done with this program about reasons that the library can only name. */
const todoHere: Readonly<Record<string, Sentences>> = {
  'no-trust-material': {
    vi: 'Không có khoá công khai nào của Việt Nam đi kèm: lấy chứng thư số từ nơi cấp, đối chiếu SHA-256 qua một kênh khác, rồi chạy tiemchung trust pin.',
    en: "No public key of Viet Nam ships with this: get the issuer's certificate, compare its SHA-256 through another channel, then run tiemchung trust pin.",
  },
}

/** What happened and what to do. */
export interface Explained {
  readonly reason: string
  readonly says: string
  readonly todo: string
}

/** The sentences of a check that did not pass. */
export function explained(check: Check, language: Language): Explained {
  const { reason = check.status } = check
  const entry = explainCheck(check)
  const todo = todoHere[reason] ?? entry?.todo
  return { reason, says: entry?.says[language] ?? reason, todo: todo?.[language] ?? '' }
}

const scans: Readonly<Record<'typed' | 'card' | 'caps', Readonly<Record<Language, Explained>>>> = {
  typed: {
    vi: {
      reason: 'typed-through-input-method',
      says: 'Bộ gõ tiếng Việt đã làm sai mã khi máy quét gõ vào (AA→Â, DD→Đ).',
      todo: 'Tắt bộ gõ tiếng Việt rồi quét lại.',
    },
    en: {
      reason: 'typed-through-input-method',
      says: 'A Vietnamese input method changed the code while the scanner typed it (AA→Â, DD→Đ).',
      todo: 'Turn the input method off and scan again.',
    },
  },
  caps: {
    vi: {
      reason: 'caps-lock',
      says: 'Chữ hoa thành chữ thường: Caps Lock đang bật khi máy quét gõ vào.',
      todo: 'Tắt Caps Lock rồi quét lại.',
    },
    en: {
      reason: 'caps-lock',
      says: 'Capitals became small letters: Caps Lock was on while the scanner typed.',
      todo: 'Turn Caps Lock off and scan again.',
    },
  },
  card: {
    vi: {
      reason: 'citizen-card',
      says: 'Đây là mã QR của thẻ căn cước, không phải chứng nhận tiêm chủng.',
      todo: 'Quét mã QR của chứng nhận (HC1:).',
    },
    en: {
      reason: 'citizen-card',
      says: 'This is the QR code of a citizen card, not a vaccination certificate.',
      todo: 'Scan the QR code of the certificate (HC1:).',
    },
  },
}

/** What was scanned instead of a certificate. Asked for texts that were refused, never for others. */
export function scanFault(text: string, language: Language): Explained | undefined {
  if (typedThroughInputMethod(text)) return scans.typed[language]
  if (isTurned(text)) return scans.caps[language]
  return isCard(text) ? scans.card[language] : undefined
}
