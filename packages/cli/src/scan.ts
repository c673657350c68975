/** What a scanner types. */
import { typedThroughInputMethod } from '@tiemchung/core'

/** The text of a citizen card's code begins with its number. */
export const isCard = (text: string): boolean => /^\d{12}\|/.test(text)

/** Prefix and letters in the other case: Caps Lock turns what a scanner types around. */
export const isTurned = (text: string): boolean => /^hc1:[^A-Z]+$/.test(text)

/** Whether an argument is a scanned text and no name of a file. */
export const isScan = (text: string): boolean =>
  text.startsWith('HC1:') || isCard(text) || isTurned(text) || typedThroughInputMethod(text)
