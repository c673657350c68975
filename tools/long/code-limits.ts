/** For runs whose programs are killed, or whose clients are many, and log in each time: as good as no limit. */
export const manyCodes = { perPhone: 1_000_000, perAccount: 1_000_000 } as const
