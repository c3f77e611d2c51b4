//! Every chore of the project is a task here, and continuous integration runs nothing else:
//! what fails there can be typed here. `cargo xtask --help` lists the tasks.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program for a terminal")]

mod api;
mod bench;
mod calls;
mod ci;
mod codegen;
mod corpus;
mod counts;
mod coverage;
mod crash;
mod deny;
mod folder;
mod fuzz;
mod interop;
mod mutate;
mod names;
mod package;
mod pages;
mod roundtrip;
mod shell;
mod targets;
mod tidy;
mod variants;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Every chore of the project.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

/// The table of tasks: what each is for and which options it takes. [`Task::run`] names the
/// function.
#[derive(Subcommand)]
enum Task {
    /// Check the house rules that a compiler does not know
    Tidy(tidy::Options),
    /// Write the tables that are generated from data files
    Codegen {
        /// Write nothing, and fail when a table is not what its data say
        #[arg(long)]
        check: bool,
    },
    /// Compare what `openimsg dump` reads from every file of the corpus with its ground truth
    Corpus(corpus::Options),
    /// Break saving at every point: errors, power failures, killed processes
    Crash(crash::Options),
    /// Run the benchmarks, or compare with other readers
    Bench(bench::Options),
    /// Count the instructions of the hot paths, against a table
    Counts(counts::Options),
    /// Fuzz, or replay what fuzzing has found
    Fuzz(fuzz::Options),
    /// Tell how many lines of the libraries the tests reach
    Coverage(coverage::Options),
    /// List errors and defects that no test produces
    Variants(variants::Options),
    /// List what the libraries offer, against the lists in `api`
    Api(api::Options),
    /// Package the crates as they would be published
    Package(package::Options),
    /// Build for machines of 32 bits and for big-endian ones
    Targets(targets::Options),
    /// Make folders of messages to measure with
    Gen(folder::Options),
    /// Check licences and origins of what the project depends on
    Deny(deny::Options),
    /// Damage every file of the corpus in many ways and do everything with it
    Mutate(mutate::Options),
    /// Extract attachments of very many random names
    Names(names::Options),
    /// Trace what the program asks of the system: no network, no process
    Calls(calls::Options),
    /// Build, write, read and compare random messages
    Roundtrip(roundtrip::Options),
    /// Let readers of others read what we write
    Interop(interop::Options),
    /// Open the golden pages of `openimsg render` in a browser
    Pages(pages::Options),
    /// Run every check in the order that finds faults soonest
    Ci(ci::Options),
}

impl Task {
    fn run(self) -> anyhow::Result<()> {
        let root = shell::root();
        match self {
            Task::Tidy(options) => tidy::run(root, &options),
            Task::Codegen { check } => codegen::run(root, check),
            Task::Corpus(options) => corpus::run(root, &options),
            Task::Crash(options) => crash::run(root, &options),
            Task::Bench(options) => bench::run(root, &options),
            Task::Counts(options) => counts::run(root, &options),
            Task::Fuzz(options) => fuzz::run(root, &options),
            Task::Coverage(options) => coverage::run(root, &options),
            Task::Variants(options) => variants::run(root, &options),
            Task::Api(options) => api::run(root, &options),
            Task::Package(options) => package::run(root, &options),
            Task::Targets(options) => targets::run(root, &options),
            Task::Gen(options) => folder::run(root, &options),
            Task::Deny(options) => deny::run(root, &options),
            Task::Mutate(options) => mutate::run(root, &options),
            Task::Names(options) => names::run(root, &options),
            Task::Calls(options) => calls::run(root, &options),
            Task::Roundtrip(options) => roundtrip::run(root, &options),
            Task::Interop(options) => interop::run(root, &options),
            Task::Pages(options) => pages::run(root, &options),
            Task::Ci(options) => ci::run(root, &options),
        }
    }
}

fn main() -> ExitCode {
    match Arguments::parse().task.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;
    use clap::error::ErrorKind;

    #[test]
    fn every_task_explains_itself() {
        let command = Arguments::command();
        command.clone().debug_assert();
        assert_eq!(command.get_subcommands().count(), 21);
        for task in command.get_subcommands() {
            assert!(task.get_about().is_some(), "{}", task.get_name());
            let asked = Arguments::try_parse_from(["xtask", task.get_name(), "--help"]);
            assert_eq!(asked.err().map(|e| e.kind()), Some(ErrorKind::DisplayHelp));
        }
    }
}
