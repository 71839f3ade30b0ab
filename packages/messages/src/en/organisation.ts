import type { organisationErrors } from '@quanheng/contract/errors/organisation'

export const organisation = {
  'unit.nameTaken':
    'A unit named “{name}” exists already. Check for a double entry; short or former names go to aliases.',
  'unit.closed': 'The unit is closed. Office staff can reopen it first.',
  'section.nameTaken': 'The unit has a section named “{name}” already. Check for a double entry.',
  'section.notOfUnit': 'The section does not belong to the unit. Choose again.',
  'person.disabled': 'This person is disabled and cannot hold a post or sign in. Enable the person first.',
  'person.isSelf': 'You cannot disable your own account. Ask another administrator.',
  'post.administratorHoldsAnother':
    'System, security and audit administrator must be three people. This person is {held:post} and cannot also be {kind:post}.',
  'post.administratorHasBusiness':
    'Administrators take no part in the appraisal itself. This person is {held:post} and cannot also be {kind:post}.',
  'post.sectionNeeded': 'The post {kind:post} needs a section. Choose one and save.',
  'post.periodBackwards': 'The last day is before the first. Check the dates.',
  'post.ended': 'This post ended on {to} and cannot be changed. Add a new one to go on.',
  'post.actingWithoutEnd':
    'Acting and temporary posts name their last day and end by themselves. Fill it in; renew it when the time comes.',
  'post.heldTwice':
    'This person holds the same post in the same unit and section in an overlapping period. Check the dates.',
  'post.breaksSeparation':
    'The accounts “{first}” ({firstPost:post} of {firstUnit}) and “{second}” ({secondPost:post} of {secondUnit}) have the same name and {sameBy:sameBy} and count as one natural person, who could {breach:breach}[: {sheet}]. Use one account for one person; else correct name, phone or mail first.',
  'organisation.tableFaults':
    '{count} cells need changes; not a single line was registered. Download the marked table, mend it and upload it again.',
  'organisation.nameMissing': 'This must be filled in.',
  'organisation.tooLong': 'Too long: at most {limit} characters.',
  'organisation.notOrder':
    '“{text}” is no order. Give a whole number from 0 to 99999, or leave it blank to follow the lines.',
  'organisation.notDay': '“{text}” is not a day. Write it like 2025-01-05.',
  'organisation.twice': '“{name}” stands in line {row} too. Remove one of them.',
  'organisation.unitUnknown':
    'No unit is named “{name}” (full name, short name and aliases were searched). Check it, or register the unit first.',
  'organisation.unitAmbiguous': 'Several units have “{name}” as short name or alias. Give the full name.',
  'organisation.sectionUnknown': 'The unit has no section named “{name}”. Check it, or register the section first.',
  'organisation.postUnknown': 'There is no post “{text}”. Choose from the list.',
  'organisation.loginUnknown': 'Nobody has the login “{login}”. Register the person first.',
  'organisation.otherName':
    'The login “{login}” belongs to {name}, not to the name given. Check whether this is the person you mean.',
} as const satisfies Record<keyof typeof organisationErrors, string>
