/** What a code of one day is on another. It is never guessed: with more than one candidate, somebody has to say. */
export type Conversion =
  | { readonly status: 'one'; readonly code: string }
  | {
      readonly status: 'several'
      readonly candidates: readonly string[]
      /** The unit below, which would decide. */
      readonly dependsOn: 'commune' | 'place'
    }
  | { readonly status: 'unknown' }

export const unknownUnit: Conversion = /* @__PURE__ */ Object.freeze({ status: 'unknown' })

/** One candidate is the answer, several are the question, none is unknown. */
export function conversionTo(
  candidates: readonly string[],
  dependsOn: 'commune' | 'place',
): Conversion {
  const [code, ...others] = candidates
  if (code === undefined) return unknownUnit
  return others.length === 0
    ? { status: 'one', code }
    : { status: 'several', candidates, dependsOn }
}
