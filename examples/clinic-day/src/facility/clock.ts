import { type Clock, systemClock } from '@tiemchung/core'

/** A clock that runs on from an instant and can be moved to another. */
export interface MovableClock extends Clock {
  moveTo(at: Date): void
}

export function clockFrom(at: Date): MovableClock {
  let ahead = at.getTime() - systemClock.now().getTime()
  return {
    now: () => new Date(systemClock.now().getTime() + ahead),
    moveTo: (to) => {
      ahead = to.getTime() - systemClock.now().getTime()
    },
  }
}
