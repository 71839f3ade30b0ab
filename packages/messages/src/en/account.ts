import type { accountErrors } from '@quanheng/contract/errors/account'

export const account = {
  'account.notBegun':
    'This installation has not been set up. Open the start page and choose real use or rehearsal first.',
  'account.alreadyBegun':
    'This installation is set up already. Please sign in; if you forgot the password, ask the security administrator for a one-time link.',
  'account.wrongCode':
    'The set-up code is wrong. Compare it with the code printed in the terminal that runs the platform.',
  'account.wrongPassword':
    'Login or password is wrong. Check both; if you forgot the password, ask the security administrator for a one-time link.',
  'account.ownPasswordWrong':
    'The password is wrong. Check capitals and the input method; if you forgot it, ask the security administrator for a one-time link.',
  'account.locked':
    'Too many wrong attempts: this login is locked for a while[ until {until}]. Try later or ask the security administrator.',
  'account.factorNeeded': 'This account uses a second factor. Enter the current code of your authenticator.',
  'account.wrongFactor': 'The code is wrong or was used before. Wait for the next one.',
  'account.mustChangePassword': 'The password is temporary. Change it before anything else.',
  'account.linkUnknown':
    'The link or code is not valid. Check that it is complete and read correctly, or ask the security administrator for a new one.',
  'account.linkExpired':
    'The link or code was used, has expired, or a newer one took its place. Ask the security administrator for a new one.',
  'account.slipDisabled': '{names}: disabled, no slip can be printed. Take them out, or enable them first.',
  'account.passwordTooShort':
    'The password is too short: at least {min} characters. A sentence only you know works well.',
  'account.passwordTooLong': 'The password is too long: at most {max} characters.',
  'account.passwordTooSimple':
    'Use at least three of: capitals, small letters, digits, other characters (Chinese ones count).',
  'account.passwordCommon': 'This password is on the list of common ones and easy to guess. Choose another.',
  'account.passwordHasName': 'The password must not contain the login, the name or the unit. Choose another.',
  'account.passwordReused': 'The new password was used recently. Choose another.',
  'account.loginTaken': 'The login “{login}” is taken (logins of people who left are not given again). Choose another.',
  'account.notRehearsal': 'This is a real installation; rehearsal functions are off.',
  'account.dateBackwards':
    'The rehearsal date only moves forward. It is {today}; choose a later one, or reset the rehearsal to start again.',
  'account.noFactor': 'This account has no second factor.',
} as const satisfies Record<keyof typeof accountErrors, string>
