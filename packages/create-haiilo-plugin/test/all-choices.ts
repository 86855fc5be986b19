import { frameworks, type Framework, type Project } from '../src/project.js'

const BOTH = [true, false]

/** Every combination of options that the program offers. */
export const ALL_CHOICES: readonly Pick<Project, 'framework' | 'configView' | 'tests' | 'backEnd'>[] = (
  Object.keys(frameworks) as Framework[]
).flatMap((framework) =>
  BOTH.flatMap((configView) =>
    BOTH.flatMap((tests) => BOTH.map((backEnd) => ({ framework, configView, tests, backEnd }))),
  ),
)
