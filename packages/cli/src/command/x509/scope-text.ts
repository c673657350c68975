/** What a revocation list covers, in words of RFC 5280. */
import type { DistributionPointName, RevocationList } from '@tiemchung/x509'
import { generalNameText } from './text.js'

/** ReasonFlags in the order of their bits; the first is unused. */
const reasons = [
  'unused',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'privilegeWithdrawn',
  'aACompromise',
] as const

const allReasons = 0b1_1111_1110

const pointTexts = (name: DistributionPointName): readonly string[] =>
  name.type === 'relative' ? ['relative-name'] : name.names.map(generalNameText)

/** One text for each limit; `complete` for a list that covers all that its issuer issued. */
export function scopeTexts({ scope, baseCrlNumber }: RevocationList): readonly string[] {
  const texts: string[] = []
  if (baseCrlNumber !== undefined) texts.push('delta')
  if (scope === undefined) return texts.length === 0 ? ['complete'] : texts
  if (scope.only !== undefined) texts.push(`only ${scope.only}`)
  if (scope.indirect) texts.push('indirect')
  if (scope.reasons !== allReasons) {
    const named = reasons.filter((_, bit) => (scope.reasons & (1 << bit)) !== 0)
    texts.push(`reasons ${named.join(' ')}`)
  }
  if (scope.name !== undefined) texts.push(...pointTexts(scope.name).map((one) => `at ${one}`))
  return texts
}
