import type { Award } from '../model.ts'
import type { Clause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { readBand } from './edges.ts'
import { rankBand, rankLink, readPlaces } from './rank-clauses.ts'
import { readShare } from './share-places.ts'
import { readAward } from './terms.ts'

const label =
  /(?:(?:位[列居]|处于|进入|列入|评为|为)?(?:全[省市县区国州])?)?(?:第[一二三四五1-5](?:方阵|梯队|档次?|等次?|类)|[一二三四五](?:档|等次?|类)|优秀|良好|中等|一般|合格|[优良中差]|[ABCD][级类档]?)(?:等次|单位)?\(/uy
const close = /\)/uy

/** 一等（前30%）计10分, 位列第一方阵（前20名）的: what a run of places or a band is called, then which it is. */
export function readLabelled(cursor: Cursor): Clause | undefined {
  const said = cursor.take(label) && cursor.first([readShares, readRun, readBetween])
  if (!said || cursor.take(close) === undefined) return undefined
  cursor.take(rankLink)
  const award = readAward(cursor)
  return award && said(award)
}

type Said = (award: Award) => Clause

function readShares(cursor: Cursor): Said | undefined {
  const share = readShare(cursor)
  if (share === undefined || share.middle) return undefined
  return (award) => ({ kind: 'rank', name: '名次', named: false, bands: [{ ...share, award }] })
}

function readRun(cursor: Cursor): Said | undefined {
  const places = readPlaces(cursor)
  return places && ((award) => ({ kind: 'rank', name: '名次', named: false, bands: [rankBand(places, award)] }))
}

function readBetween(cursor: Cursor): Said | undefined {
  const band = readBand(cursor)
  return band && ((award) => ({ kind: 'award', when: { kind: 'band', ...band }, award }))
}
