import { findAddressees } from './find/addressees.ts'
import { findArticles } from './find/articles.ts'
import { findAttachments } from './find/attachments.ts'
import { findBases } from './find/bases.ts'
import { findChanges } from './find/changes.ts'
import { isTruncated, startsMidDocument } from './find/completeness.ts'
import { findContacts } from './find/contacts.ts'
import { findDocumentDate, findPrintDate, findPublishDate } from './find/days.ts'
import { findDocumentNumber } from './find/document-number.ts'
import { findResponsibilities } from './find/duties.ts'
import { findGrades } from './find/grades.ts'
import { findIndicators } from './find/indicators.ts'
import { findIssuer } from './find/issuer.ts'
import { findKind } from './find/kind.ts'
import { findOrgans } from './find/organs.ts'
import { findRules } from './find/rules.ts'
import { findSignature } from './find/signature.ts'
import { findStatus } from './find/status.ts'
import { findSteps } from './find/steps.ts'
import { findTitle } from './find/title.ts'
import { findUnits } from './find/units.ts'
import { findVetoes } from './find/vetoes.ts'
import { findWeights } from './find/weights.ts'
import type { Fields } from './model.ts'
import { type Context, contextOf } from './text/context.ts'
import { touching } from './text/places.ts'
import type { Source } from './text/source.ts'

export interface Reading {
  readonly context: Context
  readonly fields: Fields
}

/** Reads a notice: the same text gives the same fields, without clock, network or chance. Never throws on any text. */
export function readNotice(source: Source): Reading {
  const context = contextOf(source)
  const signature = findSignature(context)
  const title = findTitle(context)
  const documentNumber = findDocumentNumber(context)
  const documentDate = findDocumentDate(context, signature)
  const addressees = findAddressees(context)
  const kind = findKind(title)
  const changes = findChanges(context, kind?.value)
  const dropped = touching(changes.flatMap(({ act, name }) => (act === 'dropped' && name ? [name.at] : [])))
  const exchanged = touching(changes.filter(({ act }) => act === 'changed'))
  // 城南街道（96.5分） in a circular of results is what somebody got.
  const indicators = kind?.value === 'result' ? [] : findIndicators(context).filter(({ name }) => !dropped(name.at))
  const responsibilities = findResponsibilities(context, indicators)
  return {
    context,
    fields: {
      title,
      issuer: findIssuer(context, signature, title),
      documentNumber,
      documentDate,
      printDate: findPrintDate(context),
      publishDate: findPublishDate(context),
      kind,
      status: findStatus(context, { title, number: documentNumber, date: documentDate }),
      addressees,
      bases: findBases(context),
      attachments: findAttachments(context),
      changes,
      ...findUnits(context),
      indicators,
      responsibilities,
      steps: findSteps(context, documentDate),
      // 将“每件扣1分”修改为“每件扣2分” changes a rule and is none.
      rules: findRules(context).filter((rule) => !exchanged(rule)),
      weights: findWeights(context).filter(({ value }) => !exchanged(value.at)),
      grades: findGrades(context),
      // A circular of results says who was struck, not what strikes.
      vetoes: kind?.value === 'result' ? [] : findVetoes(context),
      organs: findOrgans(context),
      articles: findArticles(context),
      contacts: findContacts(context, responsibilities),
      truncated: isTruncated(context, {
        signed: signature !== null,
        dated: documentDate !== null,
      }),
      startsMidDocument: startsMidDocument(context, title, documentNumber),
    },
  }
}
