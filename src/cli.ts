#!/usr/bin/env node
import { makeProgram } from "./cli/program.ts";
import { fail } from "./cli/with-installation.ts";

makeProgram().parseAsync().catch(fail);
