import { civilDateAt, type Language, parseCivilDate, parsePartialDate } from '@tiemchung/core'
import {
  definePolicySet,
  evaluate,
  explain,
  type Subject,
  type SubjectFacts,
} from '@tiemchung/eligibility'
import { covid19Adolescents12To17, covid19Children5To11 } from '@tiemchung/eligibility/policies'
import type { ExitCode } from '../exit-code.js'
import { oneOf, optionOf } from '../input.js'
import type { Io } from '../io.js'

/** The options of `eligible`. */
export interface EligibleCommand {
  readonly birth: string
  /** `2022-04-20:comirnaty-10`, once for each dose. */
  readonly dose: readonly string[]
  /** Day of the first symptom or positive test; `no`: was never infected; absent: nobody asked. */
  readonly infected?: string
  readonly consent: string
  /** Answers every screening question with no. */
  readonly screened?: boolean
  readonly on?: string
  readonly json?: boolean
}

const items = [
  'anaphylaxisToVaccine',
  'acuteOrProgressingDisease',
  'anyAllergy',
  'consciousnessOrBehaviourDisorder',
  'congenitalOrChronicDisease',
  'abnormalHeartOrLungSounds',
  'anaphylaxisGrade3',
  'otherContraindication',
] as const

/** Whoever was not asked about an infection has not said no. */
function infectionOf(infected: string | undefined): Pick<SubjectFacts, 'covid19Infection'> {
  if (infected === undefined) return {}
  if (infected === 'no') return { covid19Infection: { state: 'no' } }
  const onset = optionOf('--infected', infected, parseCivilDate)
  return { covid19Infection: { state: 'yes', onset } }
}

function subjectOf(options: EligibleCommand): Subject {
  return {
    birthDate: optionOf('--birth', options.birth, parsePartialDate),
    doses: options.dose.map((text) => {
      const [date = '', product] = text.split(':', 2)
      return {
        date: optionOf('--dose', date, parseCivilDate),
        ...(product === undefined ? {} : { product }),
      }
    }),
    facts: {
      ...infectionOf(options.infected),
      ...(options.screened === true
        ? { screening: Object.fromEntries(items.map((item) => [item, 'no'])) }
        : {}),
    },
    consent: { state: oneOf('--consent', options.consent, ['agreed', 'refused', 'none']) },
  }
}

/** Says which dose is due by the shipped COVID-19 policies for 5 to 17, and why. Eligible is 0. */
export async function eligible(
  io: Io,
  options: EligibleCommand,
  language: Language,
): Promise<ExitCode> {
  const policies = definePolicySet([...covid19Children5To11, ...covid19Adolescents12To17])
  const on =
    options.on === undefined
      ? civilDateAt(io.clock.now())
      : optionOf('--on', options.on, parseCivilDate)
  const answer = evaluate(subjectOf(options), policies, on)
  if (options.json === true) io.out(JSON.stringify(answer))
  else io.out(explain(answer, language).join('\n'))
  if (answer.status === 'eligible') return 0
  return answer.status === 'unknown' ? 2 : 1
}
