//! A CronJob of Kubernetes, with the volume that keeps earlier scans.

use std::fmt::Write;

use super::shards::{Fleet, Parts};
use super::{Unit, comment};
use crate::cli::quoting::in_yaml;

/// Where the volume is mounted.
const STATE: &str = "/var/lib/posture-scan";

/// The service account and the volume, which everything shares.
const SHARED: &str = "apiVersion: v1
kind: ServiceAccount
metadata:
  name: posture-scan
  annotations:
    eks.amazonaws.com/role-arn: arn:aws:iam::111122223333:role/posture-scan
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: posture-scan
spec:
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: 1Gi
";

/// What a pod keeps its files in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Volume {
    /// The one with the stored scans.
    Kept,
    /// One that ends with the pod.
    Scratch,
}

/// The manifest; `image` starts `scan`.
pub(super) fn manifest(unit: &Unit, image: &str) -> String {
    let name = unit.name();
    let head = comment(&[
        &format!("{name}.yaml: kubectl apply -f {name}.yaml"),
        "The image's entry point is `scan`. The service account gets its credentials from EKS Pod Identity or from a role of its own",
        "(IRSA): put its ARN in.",
        "The daily and the weekly scan share the volume and the account, so that they know of each other.",
    ]);
    let limits = "      backoffLimit: 0\n      activeDeadlineSeconds: 3600\n";
    let job = cron_job(&name, unit.cadence.cron(), 3600, limits, &pod(&unit.options, image, Volume::Kept));
    format!("{head}{SHARED}---\n{job}")
}

/// The manifest of a scan in parts: a job of several pods, and one that puts together what they leave.
pub(super) fn sharded(fleet: &Fleet, parts: &Parts, image: &str) -> String {
    let (name, count) = (parts.name(), fleet.count);
    let head = comment(&[
        &format!("{name}.yaml: kubectl apply -f {name}.yaml"),
        "The image's entry point is `scan`. The service account gets its credentials from EKS Pod Identity or from a role of its own",
        "(IRSA): put its ARN in.",
        &format!(
            "Its role reads the account (`scan policy`), and {} with s3:PutObject, s3:GetObject and s3:ListBucket.",
            fleet.results
        ),
        "The parts have ended, or count as missing, when the merge begins: they start within ten minutes and take fifty at most.",
    ]);
    let limits = format!(
        "      completionMode: Indexed
      completions: {count}
      parallelism: {count}
      backoffLimitPerIndex: 1
      activeDeadlineSeconds: 3000
"
    );
    let scan = cron_job(&name, parts.cadence.cron(), 600, &limits, &pod(&parts.scan, image, Volume::Scratch));
    let limits = "      backoffLimit: 0\n      activeDeadlineSeconds: 3600\n";
    let merge = pod(&parts.merge, image, Volume::Kept);
    let merge = cron_job(&format!("{name}-merge"), parts.cadence.later_cron(), 600, limits, &merge);
    format!("{head}{SHARED}---\n{scan}---\n{merge}")
}

fn cron_job(name: &str, cron: &str, starting_deadline_s: u32, limits: &str, pod: &str) -> String {
    format!(
        "apiVersion: batch/v1
kind: CronJob
metadata:
  name: {name}
spec:
  schedule: \"{cron}\"
  concurrencyPolicy: Forbid
  startingDeadlineSeconds: {starting_deadline_s}
  jobTemplate:
    spec:
{limits}      template:
{pod}"
    )
}

fn pod(arguments: &[String], image: &str, volume: Volume) -> String {
    let arguments = arguments.iter().fold(String::new(), |mut text, option| {
        let _ = write!(text, "\n                - {}", in_yaml(option));
        text
    });
    let kept = match volume {
        Volume::Kept => "persistentVolumeClaim:\n                claimName: posture-scan",
        Volume::Scratch => "emptyDir: {}",
    };
    format!(
        "        spec:
          serviceAccountName: posture-scan
          restartPolicy: Never
          securityContext:
            runAsNonRoot: true
            runAsUser: 65532
            fsGroup: 65532
            seccompProfile:
              type: RuntimeDefault
          containers:
            - name: scan
              image: {image}
              args:{arguments}
              env:
                - name: POSTURE_SCAN_STATE_DIR
                  value: {STATE}/state
                - name: TMPDIR
                  value: {STATE}
              resources:
                requests:
                  cpu: 100m
                  memory: 128Mi
                limits:
                  memory: 512Mi
              securityContext:
                allowPrivilegeEscalation: false
                readOnlyRootFilesystem: true
                capabilities:
                  drop: [ALL]
              volumeMounts:
                - name: state
                  mountPath: {STATE}
          volumes:
            - name: state
              {kept}
",
        image = in_yaml(image),
    )
}
