import type { Trial } from '../trial.js'

export const clinicDay: Trial = {
  breaks: [
    {
      by: 'a ledger that counts some doses twice',
      apply: (copy) =>
        copy.replace(
          'packages/clinic/src/day/ledger.ts',
          'counts.set(word, (counts.get(word) ?? 0) + 1)',
          "counts.set(word, (counts.get(word) ?? 0) + (word === 'acknowledged' ? 2 : 1))",
        ),
      says: /RECOUNT DISAGREES/,
    },
  ],
}
