/** Ten times a volume written as decimal text: the slip that a nurse must never make. `0.2` is `2`. */
export function tenfold(volumeMl: string): string {
  const [whole = '', fraction = ''] = volumeMl.split('.')
  const rest = fraction.slice(1).replace(/0+$/, '')
  const tens = `${whole}${fraction.slice(0, 1) || '0'}`.replace(/^0+(?=\d)/, '')
  return rest === '' ? tens : `${tens}.${rest}`
}
