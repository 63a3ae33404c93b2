/** Whole hours and the minutes left, rounded to the minute; a film is never shorter than one. */
export function splitDuration(seconds: number): { hours: number; minutes: number } {
  const total = Math.max(1, Math.round(seconds / 60))
  return { hours: Math.floor(total / 60), minutes: total % 60 }
}
