import * as z from 'zod'
import { personal } from '../text/sensitive.js'

/** An answer that may be missing: `unknown` is not `no`. */
export const answerSchema = z.enum(['yes', 'no', 'unknown'])

/** The eight items of the screening checklist for children, 5002/QĐ-BYT, in its order. */
export const screeningSchema = personal(
  z.strictObject({
    /** 1. Anaphylaxis to an earlier dose or a component. */
    anaphylaxisToVaccine: answerSchema,
    /** 2. Acute or progressing chronic disease. */
    acuteOrProgressingDisease: answerSchema,
    /** 3. Allergy to anything. */
    anyAllergy: answerSchema,
    /** 4. Disorder of consciousness or behaviour. */
    consciousnessOrBehaviourDisorder: answerSchema,
    /** 5. Congenital or chronic disease of heart, lung, gut, urinary tract or blood. */
    congenitalOrChronicDisease: answerSchema,
    /** 6. Abnormal heart or lung sounds. */
    abnormalHeartOrLungSounds: answerSchema,
    /** 7. Anaphylaxis of grade 3 or more to anything. */
    anaphylaxisGrade3: answerSchema,
    /** 8. Another contraindication or reason to defer. */
    otherContraindication: answerSchema,
  }),
)

/** Conclusions that can be written down, mildest first. */
export const screeningConclusions = [
  'eligible',
  'caution',
  'hospital',
  'defer',
  'contraindicated',
] as const

/** What a screening comes to; `incomplete` while an answer is missing. */
export type ScreeningConclusion = (typeof screeningConclusions)[number] | 'incomplete'

/** A value that {@link answerSchema} has read. */
export type Answer = z.infer<typeof answerSchema>
/** A value that {@link screeningSchema} has read. */
export type Screening = z.infer<typeof screeningSchema>
/** The name of a question of the screening. */
export type ScreeningItem = keyof Screening

/** Item → conclusion, gravest first (5002/QĐ-BYT; items 5 to 8 to hospital or deferral by elimination). */
const conclusions: readonly (readonly [ScreeningItem, ScreeningConclusion])[] = [
  ['anaphylaxisToVaccine', 'contraindicated'],
  ['acuteOrProgressingDisease', 'defer'],
  ['otherContraindication', 'defer'],
  ['congenitalOrChronicDisease', 'hospital'],
  ['abnormalHeartOrLungSounds', 'hospital'],
  ['anaphylaxisGrade3', 'hospital'],
  ['anyAllergy', 'caution'],
  ['consciousnessOrBehaviourDisorder', 'caution'],
]

/** The items, in no order. */
export const screeningItems: readonly ScreeningItem[] = /* @__PURE__ */ conclusions.map(
  ([item]) => item,
)

/**
 * The conclusion that the answers imply: the gravest `yes`, or `incomplete` while an answer is unknown
 * and no contraindication is. It does not replace the judgement of the person who screens.
 */
export function concludeScreening(screening: Screening): ScreeningConclusion {
  const found = conclusions.find(([item]) => screening[item] === 'yes')
  if (found?.[1] === 'contraindicated') return 'contraindicated'
  // Whatever is neither yes nor no is no answer, and so is an item that is not there.
  const open = screeningItems.some((item) => screening[item] !== 'yes' && screening[item] !== 'no')
  if (open) return 'incomplete'
  return found?.[1] ?? 'eligible'
}
