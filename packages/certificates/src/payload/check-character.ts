/** The check character behind `#` in a certificate id (UVCI). */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/:'

/**
 * The check character of a certificate id: Luhn mod 38 over the whole text, `URN:UVCI:` included
 * (EU DCC schema FAQ). Undefined when the text has a character outside of the alphabet.
 */
export function checkCharacterOf(text: string): string | undefined {
  let sum = 0
  let factor = 2
  for (let index = text.length - 1; index >= 0; index -= 1) {
    const value = alphabet.indexOf(text[index] ?? '')
    if (value < 0) return undefined
    const product = value * factor
    sum += Math.floor(product / alphabet.length) + (product % alphabet.length)
    factor = factor === 2 ? 1 : 2
  }
  return alphabet[(alphabet.length - (sum % alphabet.length)) % alphabet.length]
}

/** What a check character tells. Many issuers use none, or another rule: never refuse for it. */
export type CheckCharacterStatus = 'absent' | 'matches' | 'differs'

/** Whether the check character behind `#` is the one of Luhn mod 38. A warning at most. */
export function checkCharacterStatus(certificateId: string): CheckCharacterStatus {
  const at = certificateId.lastIndexOf('#')
  if (at < 0) return 'absent'
  const expected = checkCharacterOf(certificateId.slice(0, at))
  return expected !== undefined && certificateId.slice(at + 1) === expected ? 'matches' : 'differs'
}
