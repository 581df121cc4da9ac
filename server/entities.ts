import { Post } from './identity/post.entity.js';
import { Plan, PlanVersion } from './plan/plan.entity.js';
import { Assignment } from './task/assignment.entity.js';
import { Milestone } from './task/milestone.entity.js';
import { ProgressEntry } from './task/progress-entry.entity.js';
import { TaskGroup } from './task/task-group.entity.js';
import { Task } from './task/task.entity.js';
import { Unit } from './unit/unit.entity.js';

/** The nouns that are written through TypeORM, and those whose keys they carry. */
export const entities = [Plan, PlanVersion, TaskGroup, Task, Milestone, Unit, Post, Assignment, ProgressEntry];
