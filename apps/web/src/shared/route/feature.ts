import type { Ability } from '@quanheng/domain/ability/abilities'
import type { ComponentType } from 'react'

/** Entries of the left menu, in the order and with the words of `app/menu.ts`. */
export type MenuPlace =
  | 'workbench'
  | 'cockpit'
  | 'plans'
  | 'notices'
  | 'cascade'
  | 'targetAdjustments'
  | 'milestones'
  | 'routineRecords'
  | 'collection'
  | 'scoring'
  | 'verification'
  | 'adjustments'
  | 'selfReviews'
  | 'feedback'
  | 'results'
  | 'ownResults'
  | 'approvals'
  | 'meetings'
  | 'matters'
  | 'circulars'
  | 'supervision'
  | 'observed'
  | 'remarks'
  | 'evaluations'
  | 'objections'
  | 'yearReviews'
  | 'papers'
  | 'paperCheck'
  | 'library'
  | 'log'
  | 'organisations'
  | 'system'

export type LazyPage = () => Promise<{ readonly default: ComponentType }>

export interface PageRoute {
  /** TanStack form: `/plans/$planId`. */
  readonly path: `/${string}`
  /** Breadcrumb and window title; a function, since the language is not known when the module is read. */
  readonly title: () => string
  readonly page: LazyPage
  /** The menu entry that leads here. Sub-pages leave it out and are found under it by their path. */
  readonly menu?: MenuPlace
  /** Who sees the page: anyone with one of these abilities. Absent: everyone with a session. The server decides again. */
  readonly may?: readonly Ability[]
  /** `open`: without a session and without the shell. */
  readonly door?: 'open'
}

/** What a feature folder gives to the shell: `features/<noun>/index.ts` exports `const feature: Feature`. */
export interface Feature {
  readonly routes: readonly PageRoute[]
  /** Drawn beside the person's name in the header, e.g. the bell of notifications. */
  readonly header?: LazyPage
  /** Drawn first in the help drawer: help for the page that is open. */
  readonly help?: LazyPage
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page of the feature that this route draws. */
    page?: PageRoute
  }
}
