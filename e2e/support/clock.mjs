// Loaded into the server before it starts: on SIGUSR2 six minutes pass at once, so that no test waits for them.
let ahead = 0
const Given = Date

globalThis.Date = class extends Given {
  constructor(...parts) {
    if (parts.length === 0) super(Given.now() + ahead)
    else super(...parts)
  }
  static now() {
    return Given.now() + ahead
  }
  static [Symbol.hasInstance](value) {
    return value instanceof Given
  }
}

process.on('SIGUSR2', () => {
  ahead += 6 * 60_000
  process.stdout.write('six minutes later\n')
})
