/** The shape of an `eligibility-policy/1` document, field by field. */
import { consenters, eligibilityFormat, personFacts, screeningItems, statuses } from './format.js'
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
const ages = { ageFrom: duration }
const open = { ageBefore: duration }
const cited = { cite: list(text) }
const assumes = { assumes: list(text) }

const product = fields(
  {
    id: text,
    brand: text,
    name: sentences,
    use: orNull(fields(ages, open)),
    counts: fields({ ...ages, graceDays: count, ...cited }, { ...open, ...assumes }),
    ...cited,
  },
  { cvx: text, doseMcg: positive, volumeMl: volume, review: flag, ...assumes },
)

const period = fields({}, { from: day, to: day })

const interval = fields(
  {
    from: either(
      fields({ dose: place }),
      either(
        fields({ previous: oneOf(['uncounted', 'given']) }),
        fields({ lastOf: list(text, 1) }),
      ),
    ),
    min: duration,
    graceDays: count,
    ...cited,
  },
  {
    after: list(text, 1),
    countsFrom: duration,
    recommended: duration,
    overdueAfter: duration,
    effective: period,
    ...assumes,
  },
)

const doseAge = fields(
  { from: duration, graceDays: count, ...cited },
  {
    countsFrom: duration,
    recommended: duration,
    overdueAfter: duration,
    before: duration,
    effective: period,
    ...assumes,
  },
)

const ageCondition = fields({
  age: fields({}, { from: duration, before: duration, graceDays: count }),
})
const sinceLast = fields({ sinceLast: fields({ atLeast: duration }, { graceDays: count }) })
const doses = fields({
  doses: fields(
    { which: oneOf(['counted', 'given']) },
    {
      products: list(text, 1),
      ageFrom: duration,
      ageBefore: duration,
      graceDays: count,
      from: day,
      to: day,
      atLeast: count,
      atMost: count,
    },
  ),
})
const fact = fields({ fact: oneOf(personFacts), is: oneOf(['yes', 'no']) })
const condition = either(ageCondition, either(sinceLast, either(doses, fact)))
const anyOf = list(fields({ allOf: list(condition, 1) }), 1)
const offer = fields(
  { products: list(text, 1), ...cited },
  { anyOf, effective: period, ...assumes },
)
const skipRule = fields(
  {
    for: oneOf(['history', 'plan', 'both']),
    anyOf,
    ...cited,
  },
  assumes,
)

const dose = fields(
  { n: place, products: list(text), ...cited },
  {
    uses: list(fields({ product: text, ...ages }, open)),
    offers: list(offer, 1),
    accepts: list(fields({ product: text, ...ages, graceDays: count }, open), 1),
    never: list(text, 1),
    ages: list(doseAge),
    intervals: list(interval),
    acceptedIntervals: list(interval, 1),
    skipWhen: list(skipRule),
    seasons: list(fields({ from: day, ...cited }, { to: day, ...assumes }), 1),
    recurs: flag,
    sameBrandAs: place,
    ...assumes,
  },
)

const spacing = fields(
  { id: text, after: list(text, 1), give: list(text, 1), min: duration, ...cited },
  { minAfterCounted: duration, ...assumes },
)

const choice = fields(
  { group: text, standard: flag, preference: count, ...cited },
  {
    productPath: flag,
    startFrom: duration,
    startBefore: duration,
    startGraceDays: count,
    ...assumes,
  },
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
  { doses: list(place, 1), ...assumes },
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
    population: fields(
      { ...ages, ...cited },
      { ...open, sex: oneOf(['female', 'male']), ...assumes },
    ),
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
    others: list(fields({ id: text, ...cited }, assumes)),
    spacing: list(spacing),
    choice,
    ageTransition: fields({ toPolicy: text, review: flag, ...cited }, assumes),
  },
)
