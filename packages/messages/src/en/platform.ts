import type { platformErrors } from '@quanheng/contract/errors/platform'

export const platform = {
  'platform.notSignedIn': 'You are not signed in, or the session has expired. Sign in to go on.',
  'platform.stepUpNeeded':
    'Confirm who you are before this act: enter your password again (and the second factor where it is in use).',
  'platform.notAllowed':
    'The post you act under may not do this. Switch to another post if you hold one, or ask your unit administrator to check your posts.',
  'platform.archived':
    'This is the archive of {year}: it is read only, and nothing was done. What must be corrected is corrected where the year was appraised, and archived again.',
  'platform.badOrigin':
    'The request did not come from a page of this platform and was refused. Start again from the home page; tell the system administrator if it happens again.',
  'platform.notFound':
    'There is no such content, or it lies outside what you may read. Check the link, or ask the handler.',
  'platform.routeNotFound': 'There is no such address. Use the menu on the left.',
  'platform.badInput': 'Some entries are not right[: {where}]. Correct each marked place and submit again.',
  'platform.badJson':
    'What arrived is incomplete and cannot be read. Submit again; if you call the API, check that the body is JSON.',
  'platform.keyMissing':
    'The request carries no Idempotency-Key and was refused. If you call the API, make one key for each act.',
  'platform.keyReused':
    'This Idempotency-Key already stands for another request, so this one was refused. Start again with a new key.',
  'platform.inProgress': 'The same request is being handled. Wait for its result; there is no need to submit again.',
  'platform.stale':
    'Somebody has changed this[: {who}, {when}], and your change is not saved. Read the latest content, then enter it again.',
  'platform.tooLarge': 'This is larger than allowed[ ({limit})] and was not received. Compress it or send it in parts.',
  'platform.wrongType': 'This format is not supported[: {type}]. Use one of the formats listed on the page.',
  'platform.tooMany': 'Too many attempts; the platform has paused. Wait[ {seconds} seconds] and try again.',
  'platform.databaseAway':
    'The database cannot be reached; nothing was done and nothing is lost. Try again later, and tell the system administrator if it lasts.',
  'platform.outcomeUnknown':
    'The connection to the database broke while this was being stored; whether it was done is not known. Submit once more from this page: what was done is not done twice.',
  'platform.diskFull':
    'There is no room left for storage; nothing was done and nothing is lost. Ask the system administrator to make room.',
  'platform.diskFault':
    'The disk reported an error: nothing was changed, and what is stored is untouched. Try again later, and tell the system administrator at once.',
  'platform.notLogged':
    'The database did not keep the record of this act, so the act was not done and nothing was changed. Ask the system administrator to look at the database, then try again.',
  'platform.internal':
    'Something failed in the platform; nothing was done. Try again later, or give the system administrator [number {request} and ]the time.',
  'platform.unknownCode': 'This release has no words for the code {code}. Give the code to the system administrator.',
} as const satisfies Record<keyof typeof platformErrors | 'platform.unknownCode', string>
