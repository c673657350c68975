import type { ThawLife } from './format.js'

/** For how long the campaign's products keep at 2–8 °C after thawing. */
export const thawLives: readonly ThawLife[] = [
  {
    product: 'spikevax-50',
    days: 30,
    assumption: {
      vi: 'Giả định: lọ Spikevax chưa mở dùng được đến hết ngày thứ 30 sau ngày rã đông, ở 2–8 °C.',
      en: 'Assumed: an unopened vial of Spikevax keeps to the end of the 30th day after thawing, at 2–8 °C.',
    },
  },
  {
    product: 'spikevax-100',
    days: 30,
    assumption: {
      vi: 'Giả định: lọ Spikevax chưa mở dùng được đến hết ngày thứ 30 sau ngày rã đông, ở 2–8 °C.',
      en: 'Assumed: an unopened vial of Spikevax keeps to the end of the 30th day after thawing, at 2–8 °C.',
    },
  },
]
