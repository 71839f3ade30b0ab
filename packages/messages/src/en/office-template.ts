import type { officeTemplateErrors } from '@quanheng/contract/errors/office-template'

const place = 'Paragraph {paragraph} of the {part:templatePart}, “{text}”'

export const officeTemplate = {
  'officeTemplate.notDocx': 'The file is no .docx. Save it as .docx in Word or WPS and send it again.',
  'officeTemplate.damaged': 'The file is damaged or cut off. Save it again and send that.',
  'officeTemplate.encrypted': 'The file has a password. Take it off and send the file again.',
  'officeTemplate.macros': 'The file holds macros. Save it as a .docx without macros and send that.',
  'officeTemplate.embedded': 'The file holds other files or controls. Delete what is embedded and send it again.',
  'officeTemplate.outside':
    'The file refers to pictures, templates or files elsewhere. Insert them, break the links and send it again.',
  'officeTemplate.tooMuchText': 'The file unfolds to too much and was not read. Keep only the template itself.',
  'officeTemplate.notFillable':
    'The tag “{tag}” stands where it cannot be filled. Put both ends of a list into one paragraph, one table row, or paragraphs of their own.',
  'officeTemplate.brace': `${place}: “{tag}” has a brace without its other half. Write both in the same paragraph.`,
  'officeTemplate.codeTag': `${place}: “{tag}” is no tag. Templates hold no code; use a tag of the list or delete it.`,
  'officeTemplate.unknownTag': `${place}: there is no tag “{tag}”. Choose one of the list and compare it character by character.`,
  'officeTemplate.outsideList': `${place}: “{tag}” stands only between the two ends of the list “{list}”. Move it there.`,
  'officeTemplate.notAList': `${place}: “{tag}” is no list. Take off “#” or “^”.`,
  'officeTemplate.isAList': `${place}: “{tag}” is a list and needs two ends, with “#” and “/”.`,
  'officeTemplate.listInList': `${place}: “{tag}” stands in another list. End that one first.`,
  'officeTemplate.unclosed': `${place}: the list “{tag}” has no end. Add its tag with “/”.`,
  'officeTemplate.unopened': `${place}: “{tag}” ends a list that was not begun. Add its tag with “#” or delete this one.`,
  'officeTemplate.apart': `${place}: the list “{tag}” ends in paragraph {until}, in another table row or outside the table. Put both ends into one row, or both outside.`,
  'officeTemplate.notAlone': `${place}: the list “{tag}” ends in paragraph {until}. Over several paragraphs, each end needs a paragraph of its own.`,
  'officeTemplate.typedFigure': `${place}: “{tag}” is a figure typed by hand. Points and ranks come from tags only; days, document numbers, clauses and terms may be typed.`,
  'officeTemplate.tagMissing':
    'The tag “{tag}” is missing: papers of this kind must show it. Add it and send the file again.',
  'officeTemplate.nameTaken':
    'There is a template “{name}” of this kind already. Choose another name, or add a version to that one.',
  'officeTemplate.retired': 'The template is retired. Take it into use again, or choose another.',
  'officeTemplate.sameFile': 'The file is the present version; there is nothing to change.',
  'officeTemplate.unchanged': 'Nothing changed; there is nothing to save.',
  'officeTemplate.unitMissing':
    'There is one paper of this kind for each unit. Choose a unit that carries tasks of the plan.',
  'officeTemplate.notOpened':
    'The plan does not open everybody’s scores, so a template with “{tag}” makes no circular. Take the tag out and add a version.',
  'officeTemplate.figureLost':
    'The paper would not show “{tag}” in full and is not made. Look where the tag stands, add a version and make it again.',
  'officeTemplate.notTotals':
    'This plan gives no totals or grades, so there is no circular of its results. Choose the plan of the year.',
} as const satisfies Record<keyof typeof officeTemplateErrors, string>
