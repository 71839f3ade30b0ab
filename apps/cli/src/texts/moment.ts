/** Moments as every command prints them: Asia/Shanghai, `2025-01-10 10:00:00`. */
export const moment = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})
