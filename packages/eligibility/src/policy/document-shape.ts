/** The shape of an `eligibility-policy/1` document, field by field. */
import { consenters, eligibilityFormat, screeningItems, statuses } from './format.js'
import {
  count,
  day,
  duration,
  either,
  fields,
  flag,
  list,
  oneOf,
  orNull,
  place,
  positive,
  type Shape,
  text,
  volume,
} from './shape.js'

const sentences = fields({ vi: text, en: text })
const ages = { ageFrom: duration, ageBefore: duration }
const cited = { cite: list(text) }
const assumes = { assumes: list(text) }

const product = fields(
  {
    id: text,
    brand: text,
    name: sentences,
    doseMcg: positive,
    volumeMl: volume,
    use: orNull(fields(ages)),
    counts: fields({ ...ages, graceDays: count, ...cited }, assumes),
    ...cited,
  },
  { cvx: text, review: flag, ...assumes },
)

const interval = fields(
  {
    from: either(fields({ dose: place }), fields({ previous: oneOf(['uncounted']) })),
    min: duration,
    graceDays: count,
    ...cited,
  },
  { after: list(text, 1), recommended: duration, overdueAfter: duration, ...assumes },
)

const dose = fields(
  { n: place, products: list(text, 1), ...cited },
  { intervals: list(interval), sameBrandAs: place, ...assumes },
)

const screeningRule = fields(
  { id: text, item: oneOf(screeningItems), says: sentences, ...cited },
  assumes,
)

const infection = fields(
  {
    id: text,
    fact: oneOf(['covid19Infection']),
    anchor: oneOf(['onset', 'recovery']),
    for: duration,
    says: sentences,
    ...cited,
  },
  assumes,
)

const source = fields(
  { id: text, number: text, confidence: oneOf(['text', 'secondary', 'inferred']) },
  { date: day, issuer: text, url: text },
)

const head = {
  format: oneOf([eligibilityFormat]),
  id: text,
  version: text,
  effective: fields({ from: day, to: orNull(day) }),
  published: day,
  sources: list(source, 1),
  assumptions: list(fields({ id: text, says: sentences })),
}

/** The whole document. */
export const documentShape: Shape = fields(
  {
    ...head,
    title: sentences,
    calendar: fields({
      monthOverflow: oneOf(['forward', 'clamp']),
      firstDay: oneOf(['same', 'next']),
    }),
    population: fields({ ...ages, ...cited }, assumes),
    products: list(product, 1),
    series: list(fields({ id: text, name: sentences, doses: list(dose, 1) }), 1),
    infectionDeferrals: list(infection),
    screeningDeferrals: list(screeningRule),
    contraindications: list(screeningRule),
    precautions: list(screeningRule),
    hospital: list(screeningRule),
    consent: orNull(fields({ by: list(oneOf(consenters), 1), ...cited }, assumes)),
    precedence: list(oneOf(statuses)),
  },
  {
    supersedes: text,
    ageTransition: fields({ toPolicy: text, review: flag, ...cited }, assumes),
  },
)
